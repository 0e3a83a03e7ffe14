"""What tests and benchmarks share: readers, ledgers, terminals, texts."""
