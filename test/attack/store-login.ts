/** Stores a sign-in the way a renewal does, in a process that can be killed. */
import { writeLogin } from '../../skill/sign-in/store/login-store.ts';

const url = new URL('https://torii.example/mcp');

const [, , token = 'new', folder = '.'] = process.argv;
process.env['SAAS_RATIONALIZATION_CONFIG'] = folder;

await writeLogin(url, {
  format: 1,
  server: url.href,
  client: { client_id: 'client' },
  tokens: { access_token: token, token_type: 'Bearer', refresh_token: 'refresh' },
  obtainedAt: 0,
  scope: null,
  authorizationServer: 'https://torii.example',
  metadata: null,
  resource: null,
});
