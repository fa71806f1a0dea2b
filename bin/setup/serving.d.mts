export const SERVING_PROGRAM: string;
export function servingArguments(dev?: boolean): string[];
export const SENDING_FLAGS: readonly string[];
