import type { IsoDate } from '../../skill/analysis/contract.ts';
import { analyse } from '../../skill/analysis/analyse.ts';
import { answerQuestions } from '../../skill/analysis/questions.ts';
import { applyMapping } from '../../skill/mapping/apply.ts';
import { analysisConfig } from '../../skill/mapping/config.ts';
import { draftMapping } from '../../skill/mapping/discover.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { TenantRecords } from '../../skill/torii/records.ts';
import type { Picture } from './state.ts';

/** Records and a mapping become everything the views show; without a mapping a draft is discovered. */
export function interpret(records: TenantRecords, configured: TenantMapping | null, asOf: IsoDate): Picture {
  const mapping = configured ?? draftMapping(records).mapping;
  const portfolio = applyMapping(records, mapping);
  const analysis = analyse(portfolio, analysisConfig(mapping), asOf);
  return {
    records,
    mapping,
    origin: configured ? 'configured' : 'discovered',
    portfolio,
    analysis,
    answers: answerQuestions(analysis),
  };
}
