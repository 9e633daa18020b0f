import type { Report } from '../model/report';
import { diagnose, type Fault } from './diagnosis';
import { Amounts, identitiesOf, type Identity } from './identities';
import type { Hint } from './slips';

/** The relations of a report, what its cells count for in them, and what is behind those that are broken. */
export interface Sums {
  readonly identities: readonly Identity[];
  readonly amounts: Amounts;
  /** The fault that explains a broken relation, where there is a diagnosis. */
  readonly faultOf: (identity: Identity) => Fault | undefined;
}

export function sumsOf(report: Report, hint: Hint): Sums {
  const identities = identitiesOf(report);
  const amounts = new Amounts(identities);
  const faults = diagnose(identities, amounts, hint);
  return { identities, amounts, faultOf: (identity) => faults.find((fault) => fault.identities.includes(identity)) };
}
