/**
 * Why a question is answered in part or not at all, each cause with its remedy: first what the source
 * holds back, then what the mapped field does.
 */
import type { Completeness, SourceStatus } from '../../../torii/read.ts';
import { fieldDiagnoses } from './field-diagnosis.ts';
import { controlDiagnoses, noRecords, sourceDiagnosis } from './source-diagnosis.ts';
import type { Diagnosis, Symptoms } from './symptoms.ts';

const withoutRows: ReadonlySet<SourceStatus> = new Set(['denied', 'not-offered', 'failed', 'not-read']);

/** True when nothing of the source was read. */
export function unusable(certificate: Completeness | undefined): boolean {
  return certificate === undefined || withoutRows.has(certificate.status);
}

export function diagnose(symptoms: Symptoms): Diagnosis[] {
  const { certificate, values } = symptoms;
  if (certificate === undefined) return [];
  const { source, status } = certificate;
  if (status === 'complete' && values.length === 0) return [noRecords(source)];
  return [
    ...(status === 'complete' ? [] : [sourceDiagnosis(certificate, symptoms)]),
    ...controlDiagnoses(certificate),
    ...(values.length === 0 ? [] : fieldDiagnoses(symptoms)),
  ];
}
