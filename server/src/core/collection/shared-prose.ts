import type { Report } from '../model/report';
import { sentencesOf } from './sentence-prints';

/** Two texts that share much of their own prose. */
export interface SharedProse {
  /** Their places in the list that was compared. */
  readonly one: number;
  readonly other: number;
  /** The part of the shorter one's prose that stands in the other, from 0 to 1. */
  readonly share: number;
}

/**
 * The shingles of a report's own prose: numbers that stand for all stretches of some characters, an eighth of them, the
 * same in every text. None where there is too little prose to be told from others'.
 */
export function shinglesOf(report: Report): Uint32Array {
  const text = sentencesOf(report).join('');
  if (text.length < LEAST) return new Uint32Array();
  const chosen = new Set<number>();
  for (let at = 0; at + WIDTH <= text.length; at++) {
    const hash = hashAt(text, at);
    if (hash % SAMPLE === 0) chosen.add(hash);
  }
  return Uint32Array.from(chosen);
}

/** In less prose sentences are alike by chance. */
const LEAST = 200;
/** Characters of a stretch: longer than the phrases that all reports have. */
const WIDTH = 12;
const SAMPLE = 8;

/** All pairs that share at least so much, the most alike first; counted once for each pair, whichever is longer. */
export function sharedProse(texts: readonly Uint32Array[], least: number): readonly SharedProse[] {
  const holders = new Map<number, number[]>();
  const counts = new Uint32Array(texts.length);
  const pairs: SharedProse[] = [];
  texts.forEach((shingles, i) => {
    counts.fill(0, 0, i);
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) {
        holders.set(shingle, [i]);
        continue;
      }
      for (const other of known) counts[other]!++;
      known.push(i);
    }
    for (let other = 0; other < i; other++) {
      const shorter = Math.min(shingles.length, texts[other]!.length);
      if (shorter >= FEWEST && counts[other]! >= least * shorter)
        pairs.push({ one: other, other: i, share: counts[other]! / shorter });
    }
  });
  return pairs.sort((a, b) => b.share - a.share || a.one - b.one || a.other - b.other);
}

/** Of fewer shingles a share says little. */
const FEWEST = 8;

/** FNV-1a over a stretch, its upper bits mixed into the lower ones, by which it is chosen. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + WIDTH; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
