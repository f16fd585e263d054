import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fullNames } from '../../../mocks/cowork.ts';
import { actionSentence, explain } from '../../../skill/torii/failure.ts';
import { enterLiveArtifact, interceptTorii } from '../live-artifact.ts';
import { person } from '../person.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { mainText, settled, show } from './show.tsx';

const { torii } = interceptTorii();

/** The page as it is published: nothing but its configuration. */
const published = { configuration: approved };

function keyFigure(label: string): HTMLElement {
  const figure = screen.getByText(label).parentElement;
  if (figure === null) throw new Error(`${label} is not on the page.`);
  return figure;
}

describe('the page in a live artifact', () => {
  it('shows the figures of the same records read from a snapshot, and writes nothing', async () => {
    const labels = ['Annual baseline', 'Leaves the bill a year', 'Terms ending in 60 days'];
    await show({ ...published, connect: createStage().connect });
    const expected = labels.map((label) => keyFigure(label).textContent);
    document.body.replaceChildren();
    enterLiveArtifact();
    await show(published);
    expect(labels.map((label) => keyFigure(label).textContent)).toEqual(expected);
    expect(torii.writes).toEqual([]);
  });

  it('logs its calls under the names the host knows', async () => {
    enterLiveArtifact();
    await show(published, '#data');
    const log = screen.getByRole('region', { name: 'Call log' });
    expect(log).toHaveTextContent(/\d+ calls by this page/);
    await person.click(within(log).getAllByText('list_apps')[0] ?? log);
    expect(log).toHaveTextContent('mcp__torii__list_apps');
    expect(screen.getByRole('region', { name: 'Read-only proof' })).toHaveTextContent(
      /\d+ calls to \d+ tools, all of them read tools/,
    );
  });

  it('reads again past what is on screen when asked', async () => {
    enterLiveArtifact();
    await show(published);
    const before = keyFigure('Annual baseline').textContent;
    await person.click(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByText(settled, {}, { timeout: 20_000 });
    expect(keyFigure('Annual baseline').textContent).toBe(before);
  });

  it('says that its grant list is empty, and gives the sentence that republishes it', async () => {
    enterLiveArtifact({ grants: [] });
    await show(published);
    expect(screen.getByRole('main')).toHaveTextContent(explain('not-granted').sentence);
    expect(screen.getByLabelText('Say this to Claude, in a local session')).toHaveTextContent('list_apps');
  });

  it('takes a grant of other tools for no grant of Torii', async () => {
    enterLiveArtifact({ grants: fullNames('calendar', ['list_events']) });
    await show(published);
    expect(screen.getByRole('main')).not.toHaveTextContent('Annual baseline');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('a server that fails behind the host', () => {
  it.each([
    ['a sign-in that has ended', 'list_apps:401', 'needs-sign-in'],
    ['a role that may see no apps', 'list_apps:iserror-403', 'denied'],
    ['a server that cannot be reached', 'list_apps:500', 'unavailable'],
    ['a policy of the organization', 'list_apps:policy', 'blocked'],
    ['a reply that stops in the middle', 'list_apps:truncated', 'truncated'],
  ] as const)('%s: its sentence and its action, and no figures', async (_, faults, kind) => {
    enterLiveArtifact({ faults });
    await show(published);
    const { sentence, action } = explain(kind);
    expect(screen.getByRole('main')).toHaveTextContent(sentence);
    expect(mainText()).toContain(actionSentence(action));
    expect(screen.queryByText('Annual baseline')).not.toBeInTheDocument();
  });

  it('keeps every other figure where the role hides the contracts', async () => {
    enterLiveArtifact({ server: 'role=no-contracts' });
    await show(published);
    expect(keyFigure('Annual baseline')).toHaveTextContent('contracts hidden by the Torii role');
    expect(keyFigure('Terms ending in 60 days')).toHaveTextContent('unknown');
  });

  it('reads an older server, which takes its arguments as text', async () => {
    enterLiveArtifact({ server: 'style=older' });
    await show(published);
    expect(keyFigure('Annual baseline')).toHaveTextContent(/\$\d{3},\d{3}/);
  });
});
