import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { createElementIn } from './artifact/build/jsx-runtime.ts';
import { notices } from './artifact/build/notices.ts';
import { pages } from './artifact/build/pages.ts';
import { preactIn } from './artifact/build/preact-alias.ts';
import { programHash } from './artifact/build/program-hash.ts';
import { reactModule } from './artifact/build/react-module.ts';
import { scopedStyle, styleTargets } from './artifact/build/scoped-style.ts';
import product from './package.json' with { type: 'json' };

/**
 * Bytes that a page in one file may weigh before the build stops. They hold the line where it is; the
 * figures to reach are lower: see test/bench/RESULTS.md. The last 2 kB compressed buy the control total of
 * licenses and the facts behind every number of a finding; the 10 kB after them the pictures of the home,
 * decisions grouped by when they are due, what happens if nothing is done, and each slice's own part; 10 kB
 * more the filter that lists share with its saved views, the search by word starts, comboboxes over every
 * app, the treemap, the bars with a brush, the heat map, the matrix of shared people and the AI tools; 6 kB a report and a block to hand to a
 * chat, and runs over time with a file to compare with. 3 kB more the page as the view of an MCP server:
 * handshake, card, style of the host, one-click messages and files. 4 kB more what was paid month by month,
 * licenses and shared people as grids, one app moved into another, names of owners and the rules for AI tools;
 * 1 kB more says on a page that its rows were copied by a model, and how many totals confirm them; 4 kB compressed what the server
 * of a view holds, in parts that are checked again on arrival.
 */
const budgets = {
  program: { raw: 712_000, gzip: 242_000 },
  demo: { raw: 752_000, gzip: 258_000 },
};

const TEMPLATE = 'artifact/react-dashboard-template.jsx';

/** Everything of a page in one piece, beside the other products. */
const pageBuild = {
  outDir: 'dist',
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  cssCodeSplit: false,
} satisfies EnvironmentOptions['build'];

/** Pages run classic scripts: module scripts do not run from a file that is opened by double-click. */
function script(input: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      ...pageBuild,
      rolldownOptions: { input, output: { format: 'iife', entryFileNames: 'page.js' } },
    },
  };
}

/** The dashboard as one module for hosts that run React modules, and for people who want to edit it. */
const template: EnvironmentOptions = {
  consumer: 'client',
  build: {
    ...pageBuild,
    minify: false,
    rolldownOptions: {
      input: TEMPLATE,
      external: ['react', 'react-dom'],
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'react-dashboard-template.jsx', codeSplitting: false },
    },
  },
};

/** Scripts of the preview's host pages. They stand in for Claude, so their size does not matter. */
function hostScript(name: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'dist/hosts',
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: `mocks/hosts/${name}.ts`,
        output: { format: 'iife', entryFileNames: `${name}.js` },
      },
    },
  };
}

/** The command line in one file, so that a person who has only Node can run it. */
const cli: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node20',
    // The licenses of what is bundled.
    emitAssets: true,
    rolldownOptions: {
      input: 'skill/cli/main.ts',
      output: {
        format: 'es',
        entryFileNames: 'cli.mjs',
        codeSplitting: false,
        // A skill must stay small; names of functions stay readable for people who report a fault.
        minify: {
          mangle: { toplevel: false, keepNames: true },
          compress: true,
          codegen: { removeWhitespace: true },
        },
        banner: '#!/usr/bin/env node',
      },
    },
  },
};

/** Everything that leaves, in the order it is built: the command line last, because it carries the rest. */
const products: Record<string, EnvironmentOptions> = {
  dashboard: script('artifact/page/main.jsx'),
  demo: script('artifact/page/demo-tenant.ts'),
  template,
  hostPage: hostScript('host'),
  shimCowork: hostScript('shim-cowork'),
  shimClaude: hostScript('shim-claude'),
  cli,
};

export default defineConfig({
  plugins: [
    notices({
      environment: 'cli',
      fileName: 'third-party-notices.txt',
      // What the preview's own scripts carry, the command line carries too.
      pages: {
        environments: ['dashboard', 'demo', 'template'],
        packages: ['preact', 'zod'],
      },
    }),
    preactIn(['dashboard']),
    // The template may import nothing but react and react-dom.
    createElementIn('template'),
    reactModule({ environment: 'template', entry: TEMPLATE }),
    react(),
    pages({ program: 'dashboard', demo: 'demo', product, budgets }),
    programHash('cli', 'dist/app.js'),
  ],
  build: { cssTarget: [...styleTargets] },
  css: { postcss: { plugins: [scopedStyle] } },
  environments: {
    ...products,
  },
  builder: {
    // The demo's page holds the program that was built before it.
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const name of Object.keys(products)) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`No environment is called ${name}.`);
        await builder.build(environment);
      }
    },
  },
});
