/** Every fault of a server, through `validate`: the right sentence, the rest alive, no wrong number. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startServer, type RunningServer } from '../../mocks/server/server.ts';
import { serverFaults, type ServerFault } from '../../mocks/torii/faults.ts';
import { block, command, fact, plain } from './command.ts';
import { SHORT_DEADLINE } from './quick-clock.ts';
import { asOf, tenant, sharedMapping } from './served.ts';

vi.mock(import('../../skill/node/clock.ts'), async (original) => ({
  ...(await original()),
  systemClock: (await import('./quick-clock.ts')).quickClock,
}));

let server: RunningServer;
let mapping: string;
let honest: string;

beforeAll(async () => {
  server = await startServer({ tenant, slowMs: 3 * SHORT_DEADLINE });
  mapping = await sharedMapping(server.url);
  honest = (await validate('')).out;
});

afterAll(async () => {
  await server.close();
  await rm(dirname(mapping), { recursive: true });
});

function validate(fault: string) {
  const url = fault === '' ? server.url : `${server.url}?fault=${fault}`;
  return command('validate', '--url', url, '--mapping', mapping, '--as-of', asOf);
}

/** The rows and the count of a question: what must not be wrong. */
function answer(out: string, number: 1 | 2 | 3): string {
  return block(out, number)
    .split('\n')
    .filter((line) => !line.startsWith('   source'))
    .join('\n');
}

/** What question 2 says when the fault strikes the contracts; null = overcome, the answer is the honest one. */
const onContracts: Readonly<Record<ServerFault, string | null>> = {
  '401': 'The server wants a sign-in. (HTTP 401 Unauthorized) Sign in with: saas-rationalization login',
  '403': 'The Torii role of the signed-in person may not see contracts. Ask the Torii administrator',
  '404': 'No list came. (HTTP 404 Not Found) Run it again',
  '429': 'Too many calls in one minute. (HTTP 429 Too Many Requests) Wait a minute, then try again.',
  '429-bare': 'Too many calls in one minute. (HTTP 429 Too Many Requests) Wait a minute, then try again.',
  '500': 'Torii cannot be reached. (HTTP 500 Internal Server Error)',
  '502': 'Torii cannot be reached. (HTTP 502 Bad Gateway)',
  html: 'No list came. (Streamable HTTP error: Unexpected content type: text/html',
  cut: 'No list came. (The answer is not an MCP message.)',
  drop: 'Torii cannot be reached. (',
  timeout: 'Torii did not answer in time.',
  never: 'Torii did not answer in time.',
  iserror: 'Torii cannot be reached. (Error: the tool could not be executed)',
  'error-text': 'Torii cannot be reached. (HTTP error! status: 500',
  'html-text': 'Torii cannot be reached. (An HTML page: 502 Bad Gateway',
  truncated: 'The answer stops in the middle.',
  'wrong-types': '4 records could not be read.',
  'wrong-type': 'values of "endDate" cannot be read, such as',
  'repeated-cursor': null,
  'endless-cursor': null,
  'wrong-total': 'Torii counts 27; 20 were read.',
  duplicates: null,
  empty: 'Torii holds no contracts at all.',
  refuse: null,
  missing: 'This server offers no tool that lists contracts.',
  // It replaces every tool or none.
  'not-torii': null,
};

/** Faults that name a field. */
const detail: Partial<Record<ServerFault, string>> = {
  'wrong-type': 'wrong-type-endDate',
  refuse: 'refuse-ccf_paymentTerm_1',
};

const faults = Object.keys(serverFaults) as ServerFault[];
const overcome = faults.filter((fault) => onContracts[fault] === null);
const told = faults.flatMap((fault) => {
  const sentence = onContracts[fault];
  return sentence === null ? [] : [[fault, sentence] as const];
});

describe.concurrent('on the contracts: the other two answers stand', () => {
  test.for(told)('%s is told, and no count is shown as if it were whole', async ([fault, sentence]) => {
    const { code, out } = await validate(`list_contracts:${detail[fault] ?? fault}`);
    expect([answer(out, 1), answer(out, 3)]).toEqual([answer(honest, 1), answer(honest, 3)]);
    expect(plain(block(out, 2))).toContain(sentence);
    const count = fact(out, 2, 'count');
    expect(count).toMatch(fault === 'empty' ? /^0$/ : /^cannot be answered$|^\d+, PARTIAL/);
    expect(code).toBe(count === 'cannot be answered' ? 5 : 0);
  });

  test.for(overcome)('%s is overcome', async (fault) => {
    const { code, out } = await validate(`list_contracts:${detail[fault] ?? fault}`);
    expect([code, answer(out, 2)]).toEqual([0, answer(honest, 2)]);
    expect([answer(out, 1), answer(out, 3)]).toEqual([answer(honest, 1), answer(honest, 3)]);
  });
});

/** How the command ends when the fault strikes the apps, without which there is nothing to say. */
const onApps: Partial<Record<ServerFault, string>> = {
  '401': 'The server wants a sign-in.',
  '403': 'The Torii role of the signed-in person may not see this. (HTTP 403 Forbidden)',
  '404': 'The server answers, but it is not Torii. (HTTP 404 Not Found) Check the address',
  '429': 'Too many calls in one minute. (HTTP 429 Too Many Requests) Wait a minute',
  '429-bare': 'Too many calls in one minute.',
  '500': 'Torii cannot be reached. (HTTP 500 Internal Server Error) Check the network',
  '502': 'Torii cannot be reached. (HTTP 502 Bad Gateway)',
  html: 'The server answers, but it is not Torii.',
  cut: 'The server answers, but it is not Torii. (The answer is not an MCP message.)',
  drop: 'Torii cannot be reached.',
  never: 'Torii did not answer in time.',
  iserror: 'Torii cannot be reached. (Error: the tool could not be executed)',
  'error-text': 'Torii cannot be reached. (HTTP error! status: 500',
  'html-text': 'Torii cannot be reached. (An HTML page: 502 Bad Gateway',
  truncated: 'The answer stops in the middle.',
  missing: 'The server answers, but it is not Torii. (None of the tools offered lists apps',
};

describe.concurrent('on the apps', () => {
  test.for(Object.entries(onApps))('%s ends the command', async ([fault, sentence]) => {
    const { code, out, err } = await validate(`list_apps:${fault}`);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(sentence);
  });

  test.for([
    ['wrong-types', 'apps: partial. 8 records could not be read.', 'cannot be answered'],
    [
      'wrong-total',
      'apps: partial. Torii counts 47; 40 were read.',
      '5, PARTIAL: among the rows that were read',
    ],
    ['wrong-type-activeUsersCount', 'questions cannot be answered', 'cannot be answered'],
  ])('%s is told', async ([fault, sentence, count]) => {
    const { out, err } = await validate(`list_apps:${fault}`);
    expect(err).toContain(sentence);
    expect(fact(out, 1, 'count')).toBe(count);
    expect(fact(out, 2, 'count')).toBe(fact(honest, 2, 'count'));
  });
});

describe.concurrent('before any tool is called', () => {
  const transport = ['401', '403', '404', '429', '500', '502', 'html', 'cut', 'drop', 'never'] as const;
  const where = ['initialize', 'tools/list'].flatMap((method) =>
    transport.map((fault) => `${method}:${fault}`),
  );

  test.for([...where, 'not-torii'])('%s', async (fault) => {
    const { code, out, err } = await validate(fault);
    expect([code, out]).toEqual([3, '']);
    const lines = err.trim().split('\n');
    expect(lines.at(-1)).toMatch(
      /(saas-rationalization login|administrator|Check the (address|network)|Wait a minute)/,
    );
  });
});

test('a sign-in that ends in the middle of a reading costs what was not read yet, and nothing else', async () => {
  const { code, out } = await validate('*:401@4%2B');
  expect(code).toBe(5);
  expect(answer(out, 1)).toBe(answer(honest, 1));
  expect(plain(block(out, 2))).toContain('Sign in with: saas-rationalization login');
});

test('and in all of this nothing was written', () => {
  expect(server.torii.calls.length).toBeGreaterThan(200);
  expect(server.torii.writes).toEqual([]);
});
