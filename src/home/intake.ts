// Hears of what is to be imported: files chosen or dropped on the list, and what is pasted anywhere on it. It reads nothing.
import { type DragEvent, useEffect, useState } from 'react';
import type { Readable } from '../read-files.ts';

export type Intake = {
  readonly isDragged: boolean;
  /** For dragover, dragleave and drop. */
  readonly onDrag: (event: DragEvent) => void;
};

export function useIntake(onTaken: (all: readonly Readable[]) => void): Intake {
  const [isDragged, setDragged] = useState(false);

  // A page, a document or files copied elsewhere.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isInField = target instanceof Element && target.closest('input, textarea, dialog') !== null;
      if (isInField || !clipboardData) return;
      const html = clipboardData.getData('text/html');
      const text = clipboardData.getData('text/plain');
      const pasted = [...clipboardData.files];
      if (text.trim() !== '' || html !== '') onTaken([{ html, text }]);
      else if (pasted.length > 0) onTaken(pasted);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const dropped = [...event.dataTransfer.files];
    if (event.type === 'drop' && dropped.length > 0) onTaken(dropped);
    // Moving over what is inside the page also leaves the page.
    const { relatedTarget: to } = event;
    const isLeaving = event.type === 'dragleave' && !(to instanceof Node && event.currentTarget.contains(to));
    setDragged(event.type === 'dragover' || (event.type === 'dragleave' && !isLeaving));
  }

  return { isDragged, onDrag };
}
