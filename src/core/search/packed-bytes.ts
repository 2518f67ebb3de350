/** A growing row of bytes, and the numbers in it: seven bits a byte, the lowest first, the high bit where more follow. */

export class PackedBytes {
  private bytes: Uint8Array;
  private used = 0;

  constructor(size = 1024) {
    this.bytes = new Uint8Array(size);
  }

  get length(): number {
    return this.used;
  }

  /** @param value up to 2^31 */
  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.used++] = value;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    if (end - start < 24) for (let i = start; i < end; i++) this.bytes[this.used++] = from[i] ?? 0;
    else {
      this.bytes.set(from.subarray(start, end), this.used);
      this.used += end - start;
    }
  }

  /** Exactly what was written; nothing may be written after. Where little room is left over, it is kept rather than copied. */
  done(): Uint8Array {
    const isFull = this.used * 16 >= this.bytes.length * 15;
    return isFull ? this.bytes.subarray(0, this.used) : this.bytes.slice(0, this.used);
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.used + more, Math.ceil(this.bytes.length * 1.4)));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}
