import { message, say, type Locale, type Message } from '../messages';
import type { Showing } from './showing';

/** The same with all its messages said: they read alike in every language, so that whoever gets it needs none. */
export const said = (showing: Showing, locale: Locale): Showing =>
  JSON.parse(
    JSON.stringify(showing, (_, value: unknown) => {
      if (!isMessage(value)) return value;
      const words = say(value, locale);
      return message({ zh: words, en: words });
    }),
  ) as Showing;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'words' in value && 'args' in value;
