raise ValueError("é€😀 \udc80")
