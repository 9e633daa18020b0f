import type { QuantityId } from '../../../server/src/core/prose/quantities';
import {
  BEFORE_NUMBER,
  BEHIND_NUMBER,
  CARRIED,
  OUTCOMES,
  STRUCTURES,
  type Structure,
} from '../../../server/src/core/prose/structures';
import { pick, type Choices } from '../choices';
import { number, write } from './writing';

/** A sentence without its full stop, and what its numbers count: `received 12`. */
export interface Sentence {
  readonly text: string;
  readonly facts: readonly string[];
}

/** A kind of sentences, by the quantity that it counts and where its number stands. */
export interface Kind {
  readonly name: string;
  readonly structure: Structure;
}

const OUTCOME_STRUCTURES: readonly Structure[] = OUTCOMES.flatMap((id): Structure[] => [
  { counts: id, before: `{${id}}${BEFORE_NUMBER}`, after: 'requests' },
  { counts: id, before: '', behind: `${BEHIND_NUMBER}{${id}}>`, after: 'requests' },
]);

/** Every way to count that the engine knows. */
export const KINDS: readonly Kind[] = [...CARRIED, ...STRUCTURES, ...OUTCOME_STRUCTURES]
  .filter(({ proposing }) => proposing !== true)
  .map((structure) => ({ name: nameOf(structure), structure }));

function nameOf({ counts, before, behind, after }: Structure): string {
  const place = behind === undefined ? `${before}#` : `${before}#${behind}`;
  return `${counts}: ${after === undefined ? '' : `[${after}] `}${place.replace(/[<>]/g, '')}`;
}

const UNITS = ['件', '件', '件', '宗', '份', '起', '例', '条', '件次'];
const OPENINGS = [
  '',
  '2024年，',
  '全年',
  '2024年度，我局',
  '本年度，',
  '我局',
  '一年来，',
  '2024年1月1日至12月31日，我局',
];

/** How many there are of something; any number where nobody says. */
export type Amounts = (quantity: QuantityId, choices: Choices) => { readonly printed: string; readonly value: number };
const anyAmount: Amounts = (_, choices) => number(choices);

/** A sentence of a kind, with what it has to have said before. */
export function sentenceOf(
  { structure }: Kind,
  choices: Choices,
  opening = pick(choices, OPENINGS),
  amounts: Amounts = anyAmount,
): Sentence {
  const before = lead(structure, choices, amounts);
  const own = count(structure, choices, amounts);
  const text = opening + before.text + own.text;
  return {
    text: structure.ofDisclosure === true && !DISCLOSURE.test(text) ? `依申请公开方面，${text}` : text,
    facts: [...before.facts, ...own.facts],
  };
}

const DISCLOSURE = /信息公开|依申请|申请公开|公开申请/;

/** What the sentence says first, where the structure goes on from something. */
function lead({ after, before, naming }: Structure, choices: Choices, amounts: Amounts): Sentence {
  if (after === undefined)
    return { text: naming !== undefined && !before.includes(naming) ? `对收到的${naming}` : '', facts: [] };
  const first = pick(
    choices,
    KINDS.filter(({ structure }) => structure.after === undefined && says(structure.counts, after)),
  ).structure;
  const said = count(first, choices, amounts);
  const disclosed = first.ofDisclosure === true && !DISCLOSURE.test(said.text) ? '依申请公开方面，' : '';
  const joint = before.startsWith('<{join') ? '' : pick(choices, ['，其中', '，', '，其中有']);
  return { text: disclosed + said.text + joint, facts: said.facts };
}

function says(counts: QuantityId, what: NonNullable<Structure['after']>): boolean {
  switch (what) {
    case 'requests':
      return counts === 'received' || counts === 'handled';
    case 'decisions':
      return counts.startsWith('decisions:');
    case 'regulations':
    case 'normative-documents':
      return counts.startsWith(`documents:${what}:`);
    default:
      return counts === what;
  }
}

function count({ counts, before, behind }: Structure, choices: Choices, amounts: Amounts): Sentence {
  const { printed, value } = amounts(counts, choices);
  const text = write(before, choices) + printed + pick(choices, UNITS) + write(behind ?? '', choices);
  return { text, facts: [`${counts} ${value}`] };
}
