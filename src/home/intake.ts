// Hears of what is to be imported: files chosen or dropped on the list, and what is pasted anywhere on it. It hands them to the
// import, which it asks for when something first comes, and reads nothing itself.
import { type DragEvent, useEffect, useState } from 'react';
import type { Readable } from '../files/read/read-files.ts';
import type { Importing } from './importing.ts';

type Intake = {
  /** Undefined until something was first imported. */
  readonly importing: Importing | undefined;
  readonly take: (all: readonly Readable[]) => void;
  readonly isDragged: boolean;
  /** For dragover, dragleave and drop. */
  readonly onDrag: (event: DragEvent) => void;
};

/** `importOf` gives the import that goes on whatever page is shown, or begins it. */
export function useIntake(
  importOf: (begin: boolean) => Promise<Importing> | undefined,
  onFailed: (error: unknown) => void,
): Intake {
  const [importing, setImporting] = useState<Importing>();
  useEffect(() => void importOf(false)?.then(setImporting), [importOf]);

  function take(all: readonly Readable[]): void {
    if (all.length === 0) return;
    importOf(true)?.then((begun) => {
      begun.take(all);
      setImporting(begun);
    }, onFailed);
  }

  usePaste(take);
  return { importing, take, ...useDrop(take) };
}

/** A page, a document or files copied elsewhere. */
function usePaste(onPasted: (all: readonly Readable[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isInField = target instanceof Element && target.closest('input, textarea, dialog') !== null;
      if (isInField || !clipboardData) return;
      const html = clipboardData.getData('text/html');
      const text = clipboardData.getData('text/plain');
      const pasted = [...clipboardData.files];
      if (text.trim() !== '' || html !== '') onPasted([{ html, text }]);
      else if (pasted.length > 0) onPasted(pasted);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
}

function useDrop(onDropped: (files: readonly File[]) => void): Pick<Intake, 'isDragged' | 'onDrag'> {
  const [isDragged, setDragged] = useState(false);

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') onDropped([...event.dataTransfer.files]);
    // Moving over what is inside the page also leaves the page.
    const { relatedTarget: to } = event;
    const isLeaving = event.type === 'dragleave' && !(to instanceof Node && event.currentTarget.contains(to));
    setDragged(event.type === 'dragover' || (event.type === 'dragleave' && !isLeaving));
  }

  return { isDragged, onDrag };
}
