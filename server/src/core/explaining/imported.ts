import type { Words } from '../formats/types';
import { readDocument } from '../reading/document';
import type { BlocksText } from '../writing/from-blocks';
import { UNJUDGED } from './unjudged';

const NO_TABLES: Words = { zh: '没有找到年报的表格', en: 'no table of the form was found' };

/** What there is to say about a report that was made of another program’s file. */
export function aboutImported({ text, refused }: BlocksText): readonly Words[] {
  return [
    ...refused.map(({ table, reason }) => ({
      zh: `“${table.zh}”以制表符分列：${reason.zh}`,
      en: `“${table.en}” is tab-separated: ${reason.en}`,
    })),
    ...readDocument(text).segments.flatMap(({ report: { unjudged, tables } }) =>
      unjudged !== undefined ? [UNJUDGED[unjudged]] : tables.length === 0 ? [NO_TABLES] : [],
    ),
  ];
}
