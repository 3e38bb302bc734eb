/** Where a command puts what it has to say. */
export interface Output {
  /** A line of its answer. */
  readonly say: (line: string) => void;
  /** A text that has its line ends already, as a file has. */
  readonly write: (text: string) => void;
  /** A line that is no part of the answer: what is wrong, or what the reader should know beside it. */
  readonly warn: (line: string) => void;
}
