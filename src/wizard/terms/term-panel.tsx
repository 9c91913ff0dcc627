// Explanations beside the form: opened with F1 in a box or with the 「?」 of a heading, and following the box one is in until closed.
import { type ReactNode, useEffect, useState } from 'react';
import type { Law } from '../../checks/law.ts';
import type { FormatId } from '../../formats/registry.ts';
import { part } from '../../ui/part.tsx';

const TermList = part(() => import('./term-list.tsx').then(({ TermList }) => TermList), '说明');
export const loadTerms = TermList.load;

/** What is asked about on this step, and the way to ask about nothing. */
export function useAsked(step: string): readonly [asked: string | undefined, close: () => void] {
  const [asked, setAsked] = useState<string>();
  const isOpen = asked !== undefined;
  useEffect(() => {
    const off = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        const cell = cellAt(event);
        if (event.key !== 'F1' || cell === undefined) return;
        event.preventDefault();
        setAsked(cell);
      },
      off,
    );
    document.addEventListener(
      'click',
      ({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null;
        if (mark) setAsked(mark.dataset.term);
      },
      off,
    );
    return () => off.abort();
  }, []);
  // On another step it is of no use.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it waits for.
  useEffect(() => setAsked(undefined), [step]);
  useEffect(() => {
    if (!isOpen) return;
    const follow = (event: FocusEvent): void => setAsked((before) => cellAt(event) ?? before);
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [isOpen]);
  return [asked, () => setAsked(undefined)];
}

const cellAt = ({ target }: Event): string | undefined =>
  target instanceof HTMLElement ? target.dataset.cell : undefined;

export function TermPanel({ law, asked, onClose }: { law: Law; asked: string; onClose: () => void }): ReactNode {
  return (
    <section className="terms" aria-label="说明" aria-live="polite">
      <div className="row terms-head">
        <h2>说明</h2>
        <button type="button" className="button button-small button-plain" data-action="close-terms" onClick={onClose}>
          关闭
        </button>
      </div>
      <TermList format={law.id as FormatId} tables={law.tables} asked={asked} />
    </section>
  );
}
