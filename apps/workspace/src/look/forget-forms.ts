import { options, type VNode } from 'preact';

const CONTROLS = new Set(['form', 'input', 'select', 'textarea']);

/**
 * Browsers keep what stands in a form's fields in their session file, in the clear, so as to fill them again after a
 * crash. Drafts are kept sealed instead, so every form and field says that it is not to be remembered. A text area
 * listens only to its form: none stands outside of one.
 */
export function forgetForms(): void {
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    if (typeof vnode.type === 'string' && CONTROLS.has(vnode.type)) {
      const props = vnode.props as { autocomplete?: string };
      props.autocomplete ??= 'off';
    }
    before?.(vnode);
  };
}
