// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Nothing leads out of a public kiosk: no menu, no selection, no dragging, no zoom, no printing, no shortcut of the browser. What the
 * operating system keeps for itself is the shell's to close. Returns how to stop.
 */
export function lockDown(window: Window): () => void {
  const never = (event: Event) => event.preventDefault();
  const key = (event: KeyboardEvent) => {
    const shortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
    if (shortcut || /^(F([1-9]|1[0-9])|ContextMenu|PrintScreen|Browser.*|Launch.*|Help)$/.test(event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  // A middle or side button would scroll, paste or go back.
  const button = (event: MouseEvent) => {
    if (event.button !== 0) event.preventDefault();
  };
  const quiet = ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'copy', 'cut', 'paste', 'gesturestart'] as const;
  for (const name of quiet) window.addEventListener(name, never, { capture: true });
  window.addEventListener('keydown', key, { capture: true });
  window.addEventListener('wheel', wheel, { capture: true, passive: false });
  window.addEventListener('mousedown', button, { capture: true });
  window.addEventListener('auxclick', never, { capture: true });
  return () => {
    for (const name of quiet) window.removeEventListener(name, never, { capture: true });
    window.removeEventListener('keydown', key, { capture: true });
    window.removeEventListener('wheel', wheel, { capture: true });
    window.removeEventListener('mousedown', button, { capture: true });
    window.removeEventListener('auxclick', never, { capture: true });
  };
}
