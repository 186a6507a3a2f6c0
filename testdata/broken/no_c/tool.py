print("not C")
