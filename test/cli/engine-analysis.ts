/** The analysis that the command line makes of a server, as it is inside. */
import { readFile } from 'node:fs/promises';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { connect } from '../../skill/cli/connection/http-connection.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { parseMappingText } from '../../skill/mapping/mapping.ts';
import { readPortfolio } from '../../skill/mapping/portfolio.ts';
import { recordsOf, takeSnapshot } from '../../skill/report/snapshot.ts';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';
import { systemClock } from '../../skill/node/clock.ts';
import { toriiLimits } from '../../skill/torii/bridge.ts';
import { asOf } from './served.ts';

export async function portfolioOf(url: string, mappingFile: string): Promise<Analysis> {
  const parsed = parseMappingText(await readFile(mappingFile, 'utf8'));
  const connection = await connect({ url: new URL(url), access: anonymousAccess(new URL(url)) });
  if (!parsed.ok || 'ok' in connection) throw new Error('The test cannot read.');
  const { mapping } = parsed;
  const read = await readPortfolio({
    bridge: connection.bridge,
    clock: systemClock,
    limits: toriiLimits,
    mapping,
  });
  await connection.close();
  return analysisOf(recordsOf(takeSnapshot(read, { withPeople: false })), mapping, asOf).analysis;
}
