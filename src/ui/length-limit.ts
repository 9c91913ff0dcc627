// A field that takes no more than so many characters, and says so. What would go over is refused whole, before it is in the field:
// typed, pasted or dropped. Nothing is cut off. What an input method composes cannot be refused by any browser and stays.
import { type RefObject, useEffect, useState } from 'react';

/** How long the text would have been that was refused last; undefined once something else was taken. */
export function useLengthLimit(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  most: number,
): number | undefined {
  const [refused, setRefused] = useState<number>();
  useEffect(() => {
    const own = field.current;
    if (!own) return;
    const before = (event: Event): void => {
      const { value, selectionStart, selectionEnd } = own;
      const length = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0)) + addedBy(event as InputEvent).length;
      // A text that is too long already may be made shorter, bit by bit.
      const isOver = length > most && length > value.length && event.cancelable;
      if (isOver) event.preventDefault();
      setRefused(isOver ? length : undefined);
    };
    own.addEventListener('beforeinput', before);
    return () => own.removeEventListener('beforeinput', before);
  }, [field, most]);
  return refused;
}

function addedBy({ data, dataTransfer, inputType }: InputEvent): string {
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return '\n';
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}
