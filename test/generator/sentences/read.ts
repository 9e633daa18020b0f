import { readOne } from '../../support/findings';
import { denialsOf } from '../../../server/src/core/prose/denials';
import { factsOf } from '../../../server/src/core/prose/facts';
import { ProseText } from '../../../server/src/core/prose/prose-text';
import { BODY, YEAR } from './writing';

const proseOf = (sentence: string): ProseText =>
  ProseText.of(readOne(`${BODY}${YEAR}年政府信息公开工作年度报告\n\n一、总体情况\n\n${sentence}。\n`));

/** What the numbers of a sentence are taken to count. */
export const factsIn = (sentence: string): readonly string[] =>
  factsOf(proseOf(sentence)).map(({ quantities, value }) => `${quantities.join('+')} ${value}`);

/** What a sentence is taken to say that there is none of. */
export const denialsIn = (sentence: string): readonly string[] => [
  ...new Set(denialsOf(proseOf(sentence)).map(({ quantity }) => quantity)),
];
