import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf, undiscovered } from '../stage.ts';
import { show } from '../views/show.tsx';
import { fill, person } from '../person.ts';

afterEach(() => {
  Reflect.deleteProperty(window, 'claude');
});

/** Opens the menu in a host that saves nothing, and answers with what is handed over instead. */
async function handedOver(choice: RegExp): Promise<string> {
  Object.assign(window, { claude: { use: () => Promise.resolve(null) } });
  if (screen.queryByRole('region', { name: 'Export' }) === null) {
    await person.click(screen.getByRole('button', { name: 'Export' }));
  }
  await person.click(screen.getByRole('button', { name: choice }));
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Hand to Claude' });
  return box.value;
}

const { connect } = createStage();

describe('what leaves the page', () => {
  it('is the table as it was filtered, with the filter said', async () => {
    await show({ configuration: approved, connect }, '#spend-apps');
    await fill(screen.getByRole('searchbox'), 'zoom');
    const text = await handedOver(/^Apps: CSV/);
    expect(text).toContain('Save the text below');
    expect(text).toContain('Only: text “zoom”.');
    const rows = text.split(/\r?\n/).filter((line) => line.startsWith('Zoom'));
    expect(rows.length).toBe(screen.getAllByRole('rowheader').length);
    expect(text).not.toContain('Slack');
    await fill(screen.getByRole('searchbox'), 'slack');
    expect(await handedOver(/^Apps: CSV/)).toContain('Slack');
  });

  it.each([/^Brief.*Markdown/, /^Digest/, /^Notice deadlines/, /^Whole analysis/, /^Apps by.*CSV/])(
    'carries the watermark of the demo in %s',
    async (choice) => {
      await show({ configuration: approved, connect, demo: connect, startWithDemo: true }, '#spend-overview');
      expect(await handedOver(choice)).toContain('Demo data');
    },
  );

  it.each([/^Brief.*Markdown/, /^Digest/, /^Notice deadlines/, /^Apps by.*Markdown/])(
    'says in %s that the mapping is a draft',
    async (choice) => {
      await show({ configuration: undiscovered, connect }, '#spend-overview');
      expect(await handedOver(choice)).toContain('Draft: the mapping is not approved');
    },
  );

  it('is the whole analysis as JSON, amounts in major units', async () => {
    await show({ configuration: approved, connect });
    const text = await handedOver(/^Whole analysis/);
    const json: unknown = JSON.parse(text.slice(text.indexOf('{')));
    expect(json).toMatchObject({ schemaVersion: 1, asOf, currency: 'USD' });
    expect(JSON.stringify(json)).toMatch(/"baselineAnnual":"\d+\.\d\d"/);
  });

  it('names nobody', async () => {
    await show({ configuration: approved, connect }, '#spend-apps');
    for (const choice of [/^Apps: CSV/, /^Whole analysis/, /^Brief.*Markdown/]) {
      // oxlint-disable-next-line no-await-in-loop -- one menu, one choice after the other
      expect(await handedOver(choice)).not.toMatch(/@/);
    }
  });
});

describe('on paper', () => {
  it('there is what is on screen, whatever view it is', async () => {
    await show({ configuration: approved, connect });
    fireEvent(window, new Event('beforeprint'));
    expect(document.querySelector('.paper')).not.toBeInTheDocument();
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    await person.click(screen.getByRole('button', { name: 'Export' }));
    await person.click(screen.getByRole('button', { name: 'What is on screen: Print' }));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it('there is the brief and nothing else where it was asked for, made when it is printed', async () => {
    await show({ configuration: approved, connect });
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      fireEvent(window, new Event('beforeprint'));
      const paper = document.querySelector<HTMLElement>('.paper');
      if (paper === null) throw new Error('There is no brief.');
      expect(within(paper).getByRole('heading', { name: 'Decisions to take' })).toBeVisible();
      expect(paper).toHaveTextContent('Advisory only');
      fireEvent(window, new Event('afterprint'));
    });
    await person.click(screen.getByRole('button', { name: 'Export' }));
    await person.click(screen.getByRole('button', { name: /^Brief.*Print/ }));
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelector('.paper')).not.toBeInTheDocument();
    print.mockRestore();
  });
});
