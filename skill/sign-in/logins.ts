/**
 * Sign-ins that are kept on this machine, readable by their owner alone.
 * In: a server's address. Out: what is stored for it, when it expires, what it may do.
 */
export { forgetLogin, readLogin } from './store/login-store.ts';
export { expiresSoon, expiryOf, scopesOf, type StoredLogin } from './store/stored-login.ts';
