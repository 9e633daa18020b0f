import { isSilenced } from '../check/silenced';
import { placeholdersIn } from '../prose/placeholders';
import type { Context } from '../context/context';
import { isTotalIn } from '../sums/identities';
import { relationsOf } from '../explaining/relations';

/** What a stretch of text is, for colouring. */
export const TOKEN_TYPES = [
  'nianbaoHeading',
  'nianbaoLabel',
  'nianbaoZero',
  'nianbaoValue',
  'nianbaoTotal',
  'nianbaoWrong',
  'nianbaoPlaceholder',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
}

/** Headings, labels, values and placeholders in the order of the text; they never overlap. */
export function semanticTokens(context: Context): readonly SemanticToken[] {
  const { report, sums } = context;
  const tokens: SemanticToken[] = report.sections.map(({ heading }) => ({ ...heading, type: 'nianbaoHeading' }));
  if (report.recognised)
    for (const place of placeholdersIn(report.text)) tokens.push({ ...place, type: 'nianbaoPlaceholder' });
  for (const table of report.tables) {
    for (const { span } of table.headers) tokens.push({ ...span, type: 'nianbaoLabel' });
    for (const row of table.rows) {
      if (table.direction === 'down') tokens.push({ ...row.label, type: 'nianbaoLabel' });
      for (const cell of row.cells)
        if (cell.span.end > cell.span.start) tokens.push({ ...cell.span, type: typeOf(cell) });
    }
  }
  return withoutOverlaps(tokens.sort((a, b) => a.start - b.start || b.end - a.end));

  function typeOf(cell: Parameters<typeof relationsOf>[1]): TokenType {
    if (cell.value.kind === 'unreadable') return 'nianbaoWrong';
    const relations = relationsOf(sums, cell);
    const isWrong = relations.some(
      (identity) =>
        identity.target.cell === cell &&
        !sums.amounts.holds(identity) &&
        !isSilenced(context, identity.form.rule, cell.span),
    );
    if (isWrong) return 'nianbaoWrong';
    if (relations.some((identity) => isTotalIn(identity, cell))) return 'nianbaoTotal';
    return cell.value.amount.digits === 0 ? 'nianbaoZero' : 'nianbaoValue';
  }
}

function withoutOverlaps(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  let end = -1;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}
