/** Has the browser ask before the page is left. Chromium before 119 goes by `returnValue`, and only if it says something. */
export function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
  event.returnValue = true;
}
