/**
 * The session: one reader in front of one tenant.
 *
 * In: a way to connect, a clock and the parsed configuration block. Out: a store (`getState`, `subscribe`)
 * and what a person can do with it: load, refresh, cancel, name the connector, plan, decide, read detail.
 * Components read it through selectors, so that each renders again only when what it shows has changed.
 * Every failure is a value in the state; answers that arrive after a newer reading has begun are dropped.
 */
export { createSession } from './store/create-session.ts';
export { SessionContext, useSession, useSessionState } from './store/use-selector.ts';
