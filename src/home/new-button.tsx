// Opens the dialog for a new report. The dialog is on its way as soon as somebody points at the button, so that it is there
// with the click.
import type { ReactNode } from 'react';
import { inDialog, part } from '../ui/part.tsx';

export const NewDialog = part(() => import('./new-dialog.tsx').then(({ NewDialog }) => NewDialog), '新建报告', {
  failed: inDialog,
});

type Props = { children: ReactNode; action?: string; onOpen: () => void };

export function NewButton({ children, action, onOpen }: Props): ReactNode {
  return (
    <button
      type="button"
      className="button button-main"
      data-action={action}
      onPointerEnter={() => void fetchDialog()}
      onFocus={() => void fetchDialog()}
      onClick={() => void fetchDialog().then(onOpen)}
    >
      {children}
    </button>
  );
}

/** What does not come says so in the dialog's place. */
const fetchDialog = (): Promise<unknown> => NewDialog.load().catch(() => undefined);
