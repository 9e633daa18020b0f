import type { Report } from '../model/report';
import { Amounts, identitiesOf, type Identity } from './identities';

/** The relations of a report and what its cells count for in them. */
export interface Sums {
  readonly identities: readonly Identity[];
  readonly amounts: Amounts;
}

export function sumsOf(report: Report): Sums {
  const identities = identitiesOf(report);
  return { identities, amounts: new Amounts(identities) };
}
