/** To the beginning of the page. A phone scrolls the window, a laptop the main part beside the rail. */
export function toTheTop(): void {
  window.scrollTo({ top: 0 });
  document.getElementById('main')?.scrollTo({ top: 0 });
}

/** Puts the cursor into the first answer that cannot be stored, and it into the middle of the screen; false where there is none. */
export function leadToProblem(form: HTMLFormElement): boolean {
  const control = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (control === null) return false;
  for (
    let around = control.closest('details');
    around !== null;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: 'center' });
  return true;
}
