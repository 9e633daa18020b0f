import { Lines, readDocument, type Document, type ReadOptions } from '../core/index';
import type { Client } from './client';
import type { ServerSettings } from './settings';

/** What reading a text gave. A text that could not be read has no reports: it is not one without problems. */
export interface Reading {
  readonly document: Document;
  readonly failed: boolean;
}

/** A text as it was read, with what is needed to answer about it. */
export interface ReadText extends Reading {
  readonly uri: string;
  readonly settings: ServerSettings;
}

/** Of a text that nobody could read. */
export const failedReading = (text: string, acceptedHeadings: ReadOptions['acceptedHeadings'] = {}): Reading => ({
  document: { text, lines: Lines.of(text), acceptedHeadings, segments: [] },
  failed: true,
});

export function readText(text: string, options: ReadOptions, client: Client): Reading {
  try {
    return { document: readDocument(text, options), failed: false };
  } catch (error) {
    client.logFailure(error);
    return failedReading(text, options.acceptedHeadings);
  }
}
