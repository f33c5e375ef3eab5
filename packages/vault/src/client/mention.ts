/** The case of a row that stands for a part of it. */
export interface CaseMention {
  reference: string;
  alias: string;
  status: string;
}
