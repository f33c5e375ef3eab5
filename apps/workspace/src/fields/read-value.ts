/** Stored values as the shapes that fields promise. Anything else (damaged, or a newer version's) reads as nothing. */
import { type FuzzyDate, isFuzzyDate, type Money, type Place } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';

export function readText(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function readCode(value: Value | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function readDate(value: Value | undefined): FuzzyDate | null {
  return isFuzzyDate(value) ? value : null;
}

export function readPlace(value: Value | undefined): Place | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { area, detail } = value;
  if (typeof area !== 'string') return null;
  return typeof detail === 'string' ? { area, detail } : { area };
}

export function readMoney(value: Value | undefined): Money | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { minor, currency } = value;
  return typeof minor === 'number' && typeof currency === 'string' ? { minor, currency } : null;
}

/** A shape of ours as a value to store; the types differ only in that optional keys may be absent. */
export function asValue(shape: FuzzyDate | Place | Money | null): Value {
  return shape === null ? null : { ...shape };
}
