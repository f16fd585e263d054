import { defineConfig, mergeConfig } from 'vitest/config';
import { PlainLine } from './test/reporter.ts';
import build from './vite.config.ts';

/** Rooms without side effects, whose tests leave nothing behind: their modules are loaded once a worker. */
const pure = ['analysis', 'field', 'mapping', 'report', 'torii'].map((room) => `test/${room}/**/*.test.ts`);

/** Tests run what the build makes, with its plugins; the build itself needs nothing of them. */
export default mergeConfig(
  build,
  defineConfig({
    test: {
      reporters: ['default', new PlainLine()],
      // Every core: pages and servers wait more than they work.
      maxWorkers: '100%',
      // Its files lie in a folder called esm, which is taken for code to transform.
      server: { deps: { external: [/@modelcontextprotocol\/sdk/] } },
      projects: [
        {
          extends: true,
          test: {
            name: 'pure',
            environment: 'node',
            include: pure,
            isolate: false,
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/**/*.test.ts'],
            exclude: ['test/browser/**', 'test/clients/**', ...pure],
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'page',
            environment: 'jsdom',
            include: ['test/artifact/**/*.test.tsx'],
            setupFiles: ['test/artifact/setup.ts'],
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            environment: 'node',
            include: ['test/browser/**/*.test.ts'],
            // Pages wait more than they work: for hosts, gaps and retries.
            maxConcurrency: 4,
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
        {
          // Real clients, hundreds of megabytes installed on demand: `npm run test:clients`, never `npm test`.
          extends: true,
          test: {
            name: 'clients',
            environment: 'node',
            include: ['test/clients/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 300_000,
            hookTimeout: 20 * 60_000,
          },
        },
      ],
    },
  }),
);
