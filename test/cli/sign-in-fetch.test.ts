/** Where the requests of a sign-in may go, whatever a server says of itself. */
import { expect, onTestFinished, test } from 'vitest';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import { mayBeAsked, signInFetch } from '../../skill/sign-in/server/sign-in-fetch.ts';

const torii = 'https://api.torii.example/mcp';
const local = 'http://127.0.0.1:4000/mcp';

test.each([
  [torii, 'https://sign-in.example/token', true],
  [torii, 'http://sign-in.example/token', false],
  [torii, 'http://127.0.0.1:9200/register', false],
  [torii, 'https://localhost/register', false],
  [torii, 'javascript:alert(1)', false],
  [torii, 'file:///etc/passwd', false],
  [local, 'http://localhost:5000/token', true],
  [local, 'https://sign-in.example/token', true],
  [local, 'http://sign-in.example/token', false],
  [local, 'file://localhost/etc/passwd', false],
])('of %s, %s: %s', (server, address, may) => {
  expect(mayBeAsked(new URL(address), new URL(server))).toBe(may);
});

test('nothing is asked of an address that is ruled out', async () => {
  const asked: string[] = [];
  const url = await answering(asked, { status: 200 });
  await expect(signInFetch(new URL(torii))(url)).rejects.toThrow('where no sign-in belongs');
  expect(asked).toEqual([]);
});

test('what is posted does not follow a redirect', async () => {
  const asked: string[] = [];
  const there = await answering(asked, { status: 200 });
  const here = await answering([], { status: 307, location: there });
  const ask = signInFetch(new URL(here));
  await expect(ask(here, { method: 'POST', body: 'code=secret' })).rejects.toThrow('fetch failed');
  expect(asked).toEqual([]);
  expect((await ask(here)).status).toBe(200);
  expect(asked).toEqual(['GET']);
});

async function answering(
  asked: string[],
  { status, location }: { readonly status: number; readonly location?: string },
): Promise<string> {
  const { server, origin } = await listen(0, () => async ({ method }) => {
    asked.push(method);
    return new Response(null, { status, headers: location === undefined ? {} : { location } });
  });
  onTestFinished(() => closeServer(server));
  return origin;
}
