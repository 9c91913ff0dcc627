// A native modal dialog. The browser keeps the focus inside, closes it on Esc and gives the focus back.
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';

type Props = {
  label: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  /** As wide as the window allows, for tables. */
  full?: boolean;
  /** What it began must end first: until then it does not close. */
  isHeld?: boolean;
};

export function Dialog({ label, onClose, children, wide = false, full = false, isHeld = false }: Props): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) show(dialog);
    return () => dialog?.close();
  }, []);
  // Some browsers close it at the second Esc whatever the page says; then it is opened again.
  useEffect(() => {
    if (!isHeld && ref.current && !ref.current.open) show(ref.current);
  }, [isHeld]);
  return (
    <dialog
      ref={ref}
      // For show(), where it is read before anything in it is pressed.
      tabIndex={-1}
      aria-label={label}
      className={full ? 'dialog dialog-full' : wide ? 'dialog dialog-wide' : 'dialog'}
      // Esc. Closed at once and not by the event that comes late: what is begun meanwhile must not be closed with it.
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        if (!isHeld) onClose();
      }}
      onClose={() => {
        // The event comes late: by then it may be open again, as when React mounts twice in development.
        if (!isHeld && !ref.current?.open) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** The browser gives the focus to the first button. Where that is out of sight it would be read from its end. */
function show(dialog: HTMLDialogElement): void {
  dialog.showModal();
  if (dialog.scrollTop === 0) return;
  dialog.focus({ preventScroll: true });
  dialog.scrollTop = 0;
}
