/**
 * A name for the inputs of an analysis: equal inputs in any order have equal hashes. Not a seal: it
 * tells two runs apart, it does not protect against somebody who wants them to look alike.
 *
 * Every record becomes words, the words become two 32-bit numbers, and those are added up over all
 * records, so that their order does not matter. A record goes in with every field that it has, so a new
 * field needs no line here. Only what can move a figure goes in: no page counts, no times of reading.
 */
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Decision, Depth, IsoDate, PlanEdit } from '../base/contract.ts';
import { Hasher } from '../base/hasher.ts';

export interface Inputs {
  readonly portfolio: Portfolio;
  readonly config: AnalysisConfig;
  readonly asOf: IsoDate;
  readonly edits: readonly PlanEdit[];
  readonly depth: Depth;
  readonly decisions: readonly Decision[];
}

/** Sixteen hexadecimal digits. */
export function inputsHash({ portfolio, config, asOf, edits, depth, decisions }: Inputs): string {
  const sum = new Sum();
  const appIds = [...depth.appIds].toSorted((a, b) => a - b);
  sum.addTree({ config, asOf, edits, decisions, basis: depth.basis, appIds });
  sum.addSum(recordsSum(portfolio));
  for (const id of depth.basis === 'users' ? appIds : []) {
    sum.addAll('account', portfolio.appUsers.get(id) ?? []);
  }
  for (const { source, status, total, rows } of portfolio.completeness) {
    sum.addTree({ source, status, total, rows });
  }
  return sum.digits();
}

/** A portfolio never changes, so a what-if over the same one need not read its records again. */
const known = new WeakMap<Portfolio, Sum>();

function recordsSum(portfolio: Portfolio): Sum {
  const before = known.get(portfolio);
  if (before !== undefined) return before;
  const sum = new Sum();
  sum.addAll('app', portfolio.apps);
  sum.addAll('contract', portfolio.contracts);
  sum.addAll('person', portfolio.people);
  sum.addAll('transaction', portfolio.transactions);
  known.set(portfolio, sum);
  return sum;
}

class Sum {
  private first = 0;
  private second = 0;
  private readonly hasher = new Hasher();

  addAll(kind: string, rows: readonly object[]): void {
    for (const row of rows) {
      this.hasher.text(kind);
      this.addTree(row);
    }
  }

  addTree(tree: object): void {
    this.hasher.tree(tree);
    this.add();
  }

  addSum({ first, second }: Sum): void {
    this.plus(first, second);
  }

  private add(): void {
    const [first, second] = this.hasher.mixed();
    this.plus(first, second);
  }

  private plus(first: number, second: number): void {
    this.first = (this.first + first) >>> 0;
    this.second = (this.second + second) >>> 0;
  }

  digits(): string {
    return hexadecimal(this.first) + hexadecimal(this.second);
  }
}

function hexadecimal(value: number): string {
  return value.toString(16).padStart(8, '0');
}
