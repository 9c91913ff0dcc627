// A native modal dialog. The browser keeps the focus inside, closes it on Esc and gives the focus back.
import { type ReactNode, useLayoutEffect, useRef } from 'react';

export function Dialog(props: { label: string; onClose: () => void; children: ReactNode; wide?: boolean }): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const { onClose } = props;
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={props.label}
      className={props.wide ? 'dialog dialog-wide' : 'dialog'}
      // The event comes late: by then it may be open again, as when React mounts twice in development.
      onClose={() => ref.current?.open || onClose()}
    >
      {props.children}
    </dialog>
  );
}
