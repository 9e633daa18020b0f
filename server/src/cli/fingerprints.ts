import { createHash } from 'node:crypto';
import { Lines, say, type Judged, type Range } from '../core/index';

/**
 * What tells that a finding is the one of the run before although lines were added or taken away above it: the rule,
 * its words in one language, and what its line says; of several that agree in all, which one. Asked of all findings of
 * a text, in their order.
 */
export function fingerprints(text: string): (finding: Pick<Judged, 'rule' | 'message'>, range: Range) => string {
  const lines = Lines.of(text);
  const seen = new Map<string, number>();
  return ({ rule, message }, { start }) => {
    const line = text.slice(lines.start(start.line), lines.end(start.line)).replace(/\s+/g, ' ').trim();
    const told = `${rule.id}\0${say(message, 'zh-CN')}\0${line}`;
    const hash = createHash('sha256').update(told).digest('hex').slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  };
}
