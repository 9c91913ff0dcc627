// One labelled field of a dialog's form, with a hint and what is wrong with it; both are read out with the field.
import type { ReactNode } from 'react';

type Props = {
  /** The input's, which also takes `fieldHooks` of it. */
  id: string;
  label: string;
  hint: string;
  problem?: string | undefined;
  children: ReactNode;
};

export function Field({ id, label, hint, problem, children }: Props): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problem !== undefined && (
        <p role="alert" id={`${id}-problem`} className="notice notice-bad small">
          {problem}
        </p>
      )}
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  );
}

/** What an input needs to belong to its `Field`. `error` is react-hook-form's. */
export const fieldHooks = (id: string, error?: object) => ({
  id,
  'aria-invalid': error !== undefined,
  'aria-describedby': error ? `${id}-problem ${id}-hint` : `${id}-hint`,
});
