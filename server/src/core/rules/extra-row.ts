import { rowsOf, TABLE_FORMS } from '../formats/editions';
import { fold } from '../text/fold';
import { enumeration } from '../text/lexicon';
import { defineRule, type RulePage } from './rule';

export const extraRowPage: RulePage = {
  explanation: {
    zh: '表格的行是固定的，这一行不是格式里的行；有关的列合计因此不作核对。请把它的数并入格式的行。',
    en: 'The rows of a table are fixed and this one is not among them; the sums of its columns are therefore not judged.',
  },
  basis: { zh: '{forms}', en: 'The form, every edition' },
};

export const extraRow = defineRule({
  id: 'extra-row',
  severity: 'information',
  category: 'table',
  repair: 'none',
  name: { zh: '格式以外的行', en: 'Row beyond the form' },
  messages: {
    extra: { zh: '“{table}”的格式没有“{label}”这一行', en: 'The form of “{table}” has no row “{label}”' },
  },
  *check({ report: { tables, text } }) {
    for (const { form, added } of tables)
      for (const span of added) {
        const label = text.slice(span.start, span.end).replace(/\s+/g, '');
        const words = fold(label).replace(NUMBER, '');
        // A piece of a label that was torn, or of a row that another edition has, is no row of its own.
        if (words.length < LEAST || KNOWN.some((known) => known.includes(words))) continue;
        yield { message: 'extra', args: { table: form.name, label }, span };
      }
  },
});

const LEAST = 3;
const NUMBER = new RegExp(`^${enumeration({ chinese: '[.]?', arabic: '[.]?' })}`);
/** The words of all labels of all editions. */
const KNOWN = [
  ...new Set(
    TABLE_FORMS.flatMap((form) =>
      rowsOf(form).flatMap(({ label, accepted, groups }) => [label, ...accepted, ...groups]),
    ),
  ),
].map(fold);
