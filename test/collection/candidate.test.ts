import { describe, expect, it } from 'vitest';
import { candidateOf, chooseParts, readDocument } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const BODIES = ['青禾县水务局', '青禾县司法局'];
const candidates = (asked: number | undefined) => {
  const judged: string[] = [];
  const all = [2022, 2023].flatMap((year) =>
    BODIES.map((body) => {
      const [segment] = readDocument(buildReport({ edition: '2021', year, body })).segments;
      const file = `${body}${year}.txt`;
      const findings = () => (judged.push(file), []);
      return candidateOf({ file, uri: `file:///${file}` }, segment!, findings, { locale: 'zh-CN', year: asked });
    }),
  );
  return { all, judged };
};

describe('what may be a part of a total', () => {
  it('is judged only where it is about the year that is asked for', () => {
    expect(candidates(2023).judged).toEqual(BODIES.map((body) => `${body}2023.txt`));
    expect(candidates(undefined).judged).toHaveLength(4);
  });

  it('is chosen as if all had been judged', () => {
    const chosen = (asked: number | undefined) => {
      const { counted, leftOut } = chooseParts(candidates(asked).all, { year: 2023 });
      return [counted, leftOut.map(({ candidate, why }) => [candidate.file, why])];
    };
    expect(chosen(2023)).toEqual(chosen(undefined));
  });
});
