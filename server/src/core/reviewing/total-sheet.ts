import type { Candidate } from '../collection/choose-parts';
import { nameOfCell } from '../collection/counterparts';
import { valuesOn, type Totals } from '../collection/totals';
import type { Words } from '../formats/types';
import { format } from '../text/decimal';

const HEADER: readonly Words[] = [
  { zh: '机关', en: 'body' },
  { zh: '年度', en: 'year' },
  { zh: '文件', en: 'file' },
];
const TOTAL: Words = { zh: '合计', en: 'total' };

/** A row a body, a column a cell of the total; the total below them. */
export function totalSheet(totals: Totals, counted: readonly Candidate[]): readonly (readonly (string | Words)[])[] {
  const cells = totals.cells();
  return [
    [...HEADER, ...cells.map(nameOfCell)],
    ...counted.map(({ body, year, file, part }) => {
      const { values } = valuesOn(totals.edition, part);
      return [
        body ?? '',
        String(year ?? ''),
        file,
        ...cells.map(({ key }) => {
          const amount = values.get(key);
          return amount === undefined ? '0' : format(amount);
        }),
      ];
    }),
    [
      TOTAL,
      '',
      '',
      ...cells.map(({ key }) => {
        const sum = totals.at(key);
        return sum === undefined ? '' : format(sum);
      }),
    ],
  ];
}
