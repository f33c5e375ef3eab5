import { loadOutlines } from '@dayaq/domain/outlines';
import { useEffect, useState } from 'preact/hooks';
import { type MapPicture, mapPicture } from './map-picture.ts';

type Drawing = MapPicture | 'coming' | 'none';

/** The shapes come when they are first wanted; a phone that has none of them yet and no network shows the table. */
export function usePicture(country: string): Drawing {
  const [drawn, setDrawn] = useState<{ country: string; picture: Drawing } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (picture: Drawing) => {
      if (isWanted) setDrawn({ country, picture });
    };
    loadOutlines(country).then(
      (outlines) => show(outlines === undefined ? 'none' : mapPicture(country, outlines)),
      () => show('none'),
    );
    return () => {
      isWanted = false;
    };
  }, [country]);
  return drawn?.country === country ? drawn.picture : 'coming';
}
