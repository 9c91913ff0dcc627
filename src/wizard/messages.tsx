// What was done, for a moment and with the way back; what went wrong, until it has been seen.
import { type ReactNode, useEffect } from 'react';

/** Something that was done to figures can be taken back from where it is said. */
export type Message = { readonly text: string; readonly bad: boolean; readonly canUndo?: boolean };

/** ms. */
const shownFor = 10_000;

type Props = {
  message: Message | undefined;
  onUndo: () => void;
  /** Stays the same from one drawing to the next. */
  onClose: () => void;
};

export function Messages({ message, onUndo, onClose }: Props): ReactNode {
  useEffect(() => {
    if (!message || message.bad) return;
    const later = setTimeout(onClose, shownFor);
    return () => clearTimeout(later);
  }, [message, onClose]);
  return (
    <div className="messages">
      <p role="status">{message && !message.bad && <span className="message">{message.text}</span>}</p>
      {message?.canUndo && (
        <button type="button" className="button button-small" onClick={onUndo}>
          撤销
        </button>
      )}
      {message?.bad && (
        <div role="alert" className="message message-bad">
          {message.text}
          <button type="button" className="button button-small" onClick={onClose}>
            知道了
          </button>
        </div>
      )}
    </div>
  );
}
