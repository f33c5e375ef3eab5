import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../look/Button.tsx';

interface Props {
  name: string;
  type: string;
  /** Made when the link appears. */
  text: () => string;
  children: ComponentChildren;
}

/** A link that saves a text as a file. The text never leaves the device but by this press. */
export function SaveLink({ name, type, text, children }: Props) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text()], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [name]);
  return (
    <Button kind="plain" class="service-choose" {...(url === undefined ? {} : { href: url })} download={name}>
      {children}
    </Button>
  );
}
