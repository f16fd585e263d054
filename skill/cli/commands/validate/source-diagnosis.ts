/** What a source holds back, and what to do about it. */
import type { Completeness } from '../../../torii/read.ts';
import { controlText } from '../../terminal/completeness-lines.ts';
import { failureRemedy, failureSentence } from '../../connection/failure-words.ts';
import type { SourceKind } from '../../inputs/source.ts';
import type { Diagnosis, Symptoms } from './symptoms.ts';

export function noRecords(source: Completeness['source']): Diagnosis {
  return {
    problem: `Torii holds no ${source} at all.`,
    remedy: 'If that is a surprise, check which Torii account the sign-in is for.',
  };
}

export function sourceDiagnosis(certificate: Completeness, { kind, records }: Symptoms): Diagnosis {
  const { source, status } = certificate;
  const failed = records.failures?.find((entry) => entry.source === source)?.failure;
  if (status !== 'failed' || failed === undefined) {
    return { problem: sourceProblem(certificate), remedy: sourceRemedy(certificate, kind) };
  }
  // Other lists did come from this address: it is Torii's.
  const foreign = failed.kind === 'not-torii';
  return {
    problem: `The ${source} could not be read. ${foreign ? `No list came. (${failed.message})` : failureSentence(failed)}`,
    remedy: foreign
      ? 'Run it again; if it still fails, ask the server administrator.'
      : failureRemedy(failed),
  };
}

/** Where rows are known to be missing, sums cannot agree. */
export function controlDiagnoses(certificate: Completeness): Diagnosis[] {
  const { status, control } = certificate;
  if (control === null || control.equal || status === 'partial') return [];
  return [
    {
      problem: `Torii's own count or sum differs: ${controlText(certificate)}.`,
      remedy: 'The tenant may have changed during the reading. Run it again; report it if it stays.',
    },
  ];
}

function sourceProblem({ source, status, reason }: Completeness): string {
  if (status === 'denied') return `The Torii role of the signed-in person may not see ${source}.`;
  if (status === 'not-offered') return `This server offers no tool that lists ${source}.`;
  const problem = {
    'not-read': `The ${source} were not read.`,
    failed: `The ${source} could not be read.`,
    partial: `Only part of the ${source} was read.`,
    'possibly-capped': `The ${source} may be cut off.`,
    complete: '',
  }[status];
  return `${problem} ${reason ?? ''}`.trim();
}

function sourceRemedy({ source, status }: Completeness, kind: SourceKind): string {
  if (status === 'denied') return `Ask the Torii administrator for read access to ${source}.`;
  if (status === 'not-offered')
    return 'Run "audit-tools" to see what it offers, or ask the server administrator.';
  if (kind === 'saved') return `Save every page of list_${source} into the folder, each as it came.`;
  if (kind === 'snapshot') return 'Take a new snapshot.';
  if (status === 'possibly-capped') return `Compare with the number of ${source} that Torii shows.`;
  return 'Run it again; if it still fails, ask the server administrator.';
}
