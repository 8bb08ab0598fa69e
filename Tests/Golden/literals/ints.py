print(0, 00, 1_000_000, 0x_FF, 0o17, 0b1010, 0XaB, 0O7, 0B1)
print(123456789012345678901234567890, 0xffffffffffffffffffff, 0b1 << 100)
print(1_2_3, 0b_1_0, -0, +5, --5, ~-1)
print(1 .real, 5 .bit_length(), (5).bit_length(), 5 .imag, 1..real)
