import type { ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** What may be chosen, as the browser's `accept`. */
  accept?: string;
  /** As of `Button`. */
  kind?: 'plain' | 'quiet';
  /** Opens the camera where there is one. */
  camera?: boolean;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that asks for files: the browser's own field, under a button's looks. The same file can be chosen again. */
export function FileButton({
  children,
  accept,
  kind = 'plain',
  camera = false,
  multiple = false,
  onFiles,
}: Props) {
  return (
    <label class={`button button-${kind}`}>
      {children}
      <input
        class="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          input.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
