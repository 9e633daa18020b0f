import type { Context } from '../context/context';
import { ignoreOf, ignoresAt } from '../context/ignores';
import { ruleById } from '../rules/index';
import type { Span } from '../text/span';

/**
 * Whether findings of a rule at a place are off or ignored: what is changed without being chosen leaves such places
 * alone. What was confirmed counts as long as it states the same.
 */
export function isSilenced(context: Context, id: string, span: Span): boolean {
  const { report, severities, ignores } = context;
  if (severities[id] === 'off') return true;
  const candidates = ignoresAt(report, { rule: { id }, span }, ignores);
  if (candidates.length === 0) return false;
  if (candidates.some(({ states }) => states === undefined)) return true;
  const rule = ruleById(id);
  const isHere = (one: { readonly span: Span }): boolean => one.span.start === span.start && one.span.end === span.end;
  return [...(rule?.check(context) ?? [])]
    .filter(isHere)
    .some((defect) => ignoreOf(report, { ...defect, rule: { id } }, candidates) !== undefined);
}
