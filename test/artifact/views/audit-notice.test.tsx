import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AuditNotice } from '../../../artifact/views/audit-notice.tsx';

afterEach(cleanup);

describe('the audit notice', () => {
  const held = { check: 'Slices sum to the baseline', ok: true, detail: 'Holds.' };

  it('names the check that does not hold, above everything else', () => {
    const broken = { check: 'Control totals agree', ok: false, detail: 'Torii counts 41 apps, we read 40.' };
    render(<AuditNotice selfAudit={[held, broken]} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Torii counts 41 apps, we read 40.');
    expect(screen.getByRole('alert')).not.toHaveTextContent(held.check);
  });

  it('is silent while all of them hold', () => {
    const { container } = render(<AuditNotice selfAudit={[held]} />);
    expect(container.innerHTML).toBe('');
  });
});
