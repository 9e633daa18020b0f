import type { Arrivals } from '../collection/expected-bodies';
import type { Locale } from '../messages';

/** A line for each kind of thing that is not as the list has it. */
export function arrivalLines(
  { year, missing, doubled, renamed, unexpected, listedTwice }: Arrivals,
  locale: Locale,
): readonly string[] {
  const isEnglish = locale === 'en';
  const line = (zh: string, en: string, items: readonly string[]): readonly string[] =>
    items.length === 0
      ? []
      : [
          `${year ?? ''}${isEnglish ? ' ' : ' 年'}${isEnglish ? en : zh} (${items.length})${isEnglish ? ': ' : '：'}${items.join(isEnglish ? ', ' : '、')}`,
        ];
  return [
    ...line('缺少年报', 'no report', missing),
    ...line(
      '不止一份',
      'more than one report',
      doubled.map(({ body, files }) => `${body} [${files.join(' | ')}]`),
    ),
    ...line(
      '以另一名称报送',
      'under another name',
      renamed.map(({ body, as, file }) => `${body} = ${as} [${file}]`),
    ),
    ...line(
      '不在名单中',
      'not on the list',
      unexpected.map(({ body, file }) => `${body} [${file}]`),
    ),
    ...line('名单中写了不止一次', 'on the list more than once', listedTwice),
  ];
}
