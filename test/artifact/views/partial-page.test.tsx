/** The page while its rows come page by page: every figure says that it is partial, and nothing jumps back. */
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Dashboard } from '../../../artifact/views/dashboard.tsx';
import { createStage } from '../fetched-stage.ts';
import { approved, createGate, records } from '../stage.ts';
import { mainText, settled } from './show.tsx';

const apps = records.apps.length;
const lastId = Math.max(
  ...records.apps.flatMap(({ id, isHidden }) => (isHidden === true ? [] : [Number(id)])),
);

/** Opens a place of the page; of each source one page of 15 rows comes, then the gate is shut. */
function openOn(hash: string): { readonly open: () => void } {
  const stage = createStage();
  const gate = createGate();
  stage.pageSize = 15;
  stage.hold = (tool) => {
    const isFirst = stage.calls.filter((call) => call.tool === tool).length === 1;
    return isFirst ? Promise.resolve() : gate.passed;
  };
  window.location.hash = hash;
  render(<Dashboard configuration={approved} connect={stage.connect} />);
  return gate;
}

const partial = `partial, 15 of ${apps} apps`;

describe('a page whose rows are still coming', () => {
  it('labels the headline, the key figures and the page, and drops every label at the end', async () => {
    const gate = openOn('#decide');
    await screen.findByText(/All of this page rests on what has been read so far/);
    const labels = screen.getAllByText(partial);
    expect(labels.length).toBeGreaterThan(3);
    expect(mainText()).toContain(`Partial, 15 of ${apps} apps.`);
    expect(mainText()).not.toMatch(/Nothing (to decide|needs|is due)/);
    gate.open();
    await screen.findByText(settled);
    expect(screen.queryByText(/partial/i)).not.toBeInTheDocument();
    expect(mainText()).not.toMatch(/so far/);
  });

  it.each(['#review', '#spend', '#plan', '#data'])('says on %s that it is partial', async (hash) => {
    const gate = openOn(hash);
    await screen.findByText(/All of this page rests on what has been read so far/);
    expect(mainText()).not.toMatch(/Nothing (to decide|needs|is due)/);
    gate.open();
    await screen.findByText(settled);
    expect(screen.queryByText(/All of this page rests/)).not.toBeInTheDocument();
  });

  it('keeps the panel of an app, its title and the focus in place until the app has come', async () => {
    const gate = openOn(`#decide?app=${lastId}`);
    expect(await screen.findByText('No app read so far has this number.')).toBeVisible();
    const title = screen.getByRole('heading', { name: `App ${lastId}` });
    title.focus();
    gate.open();
    await screen.findByText(settled);
    const name = records.apps.find(({ id }) => id === lastId)?.name;
    expect(title).toHaveTextContent(typeof name === 'string' ? name : 'a name');
    expect(title).toBeInTheDocument();
    expect(title).toHaveFocus();
  });

  it('renders the destination in place, so that what was typed and focused stays', async () => {
    const gate = openOn('#spend-apps');
    const field = await screen.findByRole('searchbox');
    field.focus();
    gate.open();
    await screen.findByText(settled);
    expect(field).toBeInTheDocument();
    expect(field).toHaveFocus();
  });
});
