import { connectHost } from '../../../artifact/session/reading/connect.ts';
import { takeSnapshot } from '../../../skill/report/snapshot/snapshot.ts';
import { failure } from '../../../skill/torii/base/failure.ts';
import type { Completeness } from '../../../skill/torii/base/records.ts';
import { approved, asOf, createHeldStage, records } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

export const demo: Program = {
  shows: 'Invented data, watermarked.',
  address: '#decide',
  page: () => {
    const { connect } = createHeldStage();
    return { configuration: approved, connect, demo: connect, startWithDemo: true };
  },
  settles: 'Demo data',
};

export const snapshot: Program = {
  shows: 'A page that carries its records: dated, watermarked, without people and without refresh.',
  address: '#decide',
  page: () => ({
    configuration: { mapping: approved.mapping, snapshot: takeSnapshot(records) },
    connect: connectHost,
  }),
  settles: /^Snapshot of/,
};

export const loading: Program = {
  shows: 'Apps are here, contracts are still being read.',
  address: '#decide',
  page: () => {
    const stage = createHeldStage();
    stage.hold = (tool) => (tool === 'list_contracts' ? new Promise<void>(() => {}) : Promise.resolve());
    return { configuration: approved, connect: stage.connect };
  },
  settles: 'Stop reading',
};

export const partial: Program = {
  shows: 'The list of apps breaks off: totals are labeled with what they rest on.',
  address: '#decide',
  page: () => {
    const completeness = records.completeness.map((certificate): Completeness =>
      certificate.source === 'apps'
        ? {
            ...certificate,
            status: 'partial',
            total: certificate.rows + 12,
            reason: 'The reply was cut off.',
          }
        : certificate,
    );
    return { configuration: approved, connect: createHeldStage({ completeness }).connect };
  },
  settles: 'Annual baseline',
};

export const stale: Program = {
  shows: 'A refresh fails for a passing reason: the last good rows stay and say how old they are.',
  address: '#decide',
  page: () => {
    const stage = createHeldStage();
    let readings = 0;
    stage.hold = (tool) => {
      if (tool === 'list_contracts') readings += 1;
      if (readings > 1)
        stage.faults.list_contracts = failure('timed-out', tool, 'slow', { retryable: false });
      return Promise.resolve();
    };
    return { configuration: approved, connect: stage.connect };
  },
  steps: [{ press: 'Refresh' }],
  settles: /from Nov 22, 2026/,
};

export const empty: Program = {
  shows: 'A tenant without apps: an answer, and not the same as zero spend.',
  address: '#decide',
  page: () => ({
    configuration: approved,
    connect: createHeldStage({ apps: [], contracts: [] }).connect,
  }),
  settles: /lists no apps/,
};

export const setUp: Program = {
  shows: 'No host: what is missing, and what can be done.',
  address: '',
  page: () => ({ configuration: { asOf }, connect: () => Promise.resolve({ need: { kind: 'no-host' } }) }),
  settles: 'Try again',
};

export const wrongConfiguration: Program = {
  shows: 'A configuration that cannot be read: key, cause and remedy.',
  address: '',
  page: () => ({
    configuration: { conector: 'x', asOf: 'today', mapping: { schemaVersion: 1 } },
    connect: createHeldStage().connect,
  }),
  settles: /conector/,
};
